"""The members of closed sets that questions ask for by name: countries, and states of the United States."""

from __future__ import annotations

import re

from retrieval.terms import words

# As English-language news writes them, former and disputed ones too; the United Nations' members and observers.
_COUNTRIES = """
Afghanistan, Albania, Algeria, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia, Australia, Austria, Azerbaijan,
Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia,
Botswana, Brazil, Britain, Brunei, Bulgaria, Burkina Faso, Burma, Burundi, Cabo Verde, Cambodia, Cameroon, Canada,
Cape Verde, Central African Republic, Chad, Chile, China, Colombia, Comoros, Congo, Costa Rica, Croatia, Cuba, Cyprus,
Czech Republic, Czechia, Denmark, Djibouti, Dominica, Dominican Republic, DR Congo, East Timor, Ecuador, Egypt,
El Salvador, England, Equatorial Guinea, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia,
Georgia, Germany, Ghana, Greece, Greenland, Grenada, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Honduras,
Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan,
Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein,
Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Marshall Islands, Mauritania, Mauritius,
Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nauru, Nepal,
Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Northern Ireland, Norway, Oman,
Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Puerto Rico, Qatar,
Romania, Russia, Rwanda, Samoa, San Marino, Saudi Arabia, Scotland, Senegal, Serbia, Seychelles, Sierra Leone,
Singapore, Slovakia, Slovenia, Solomon Islands, Somalia, South Africa, South Korea, South Sudan, Soviet Union, Spain,
Sri Lanka, St. Kitts and Nevis, St. Lucia, St. Vincent, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan, Tajikistan,
Tanzania, Thailand, Togo, Tonga, Trinidad and Tobago, Tunisia, Turkey, Türkiye, Turkmenistan, Tuvalu, Uganda, UK, U.K.,
Ukraine, UAE, United Arab Emirates, United Kingdom, United States, Uruguay, US, U.S., USA, America, Uzbekistan, Vanuatu,
Vatican, Venezuela, Vietnam, Wales, Yemen, Zambia, Zimbabwe
"""
_US_STATES = """
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Georgia, Hawaii, Idaho,
Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi,
Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota,
Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont,
Virginia, Washington, West Virginia, Wisconsin, Wyoming
"""


def _any_of(names: str) -> re.Pattern[str]:
    """A pattern for any of `names` among folded words; a longer name is found before a shorter one in it."""
    folded = {" ".join(words(name)) for name in names.split(",")}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, folded), key=len, reverse=True))})(?!\w)")


# What the question asks for, in its asking part and in lower case, and the names that can answer it.
_SETS = (
    (re.compile(r"(?:which|what)(?: \S+){0,3} (?:country|nation)\b"), _any_of(_COUNTRIES)),
    (
        re.compile(r"(?:which|what) (?:(?:us|u\.s\.?|american|\w+ern) )?state\b(?! (?:department|media|tv|house))"),
        _any_of(_US_STATES),
    ),
)


def members_asked_for(asking: str) -> re.Pattern[str] | None:
    """
    A pattern for the names that can answer `asking`, the asking part of a question in lower case; None for any other.

    It is to be looked for among folded words joined by blanks. "Which country's team" asks for a country too.
    """
    return next((members for ask, members in _SETS if ask.search(asking)), None)

"""
Closed sets of names: countries with what is of them and their capitals, and states of the United States.

Questions ask for members of some by name, and whoever compares texts wants to know that "Dutch" is of the Netherlands.
"""

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

# A country, or a continent, and what is of it, as a people or a thing: all names of a row stand for each other.
_PEOPLES = """
Afghanistan Afghan Afghani, Albania Albanian, Algeria Algerian, Andorra Andorran, Angola Angolan, Argentina Argentine
Argentinian Argentinean, Armenia Armenian, Australia Australian Aussie, Austria Austrian, Azerbaijan Azerbaijani
Azeri, Bahamas Bahamian, Bahrain Bahraini, Bangladesh Bangladeshi, Barbados Barbadian, Belarus Belarusian Belarussian,
Belgium Belgian, Belize Belizean, Benin Beninese, Bhutan Bhutanese, Bolivia Bolivian, Bosnia Bosnian, Botswana
Botswanan, Brazil Brazilian, Britain British Briton Brit, Brunei Bruneian, Bulgaria Bulgarian, Burkina Burkinabe,
Burundi Burundian, Cambodia Cambodian, Cameroon Cameroonian, Canada Canadian, Chad Chadian, Chile Chilean, China
Chinese, Colombia Colombian, Comoros Comorian, Congo Congolese, Croatia Croatian Croat, Cuba Cuban, Cyprus Cypriot,
Denmark Danish Dane, Djibouti Djiboutian, Ecuador Ecuadorian Ecuadorean, Egypt Egyptian, England English Englishman
Englishwoman, Eritrea Eritrean, Estonia Estonian, Ethiopia Ethiopian, Fiji Fijian, Finland Finnish Finn, France French
Frenchman Frenchwoman, Gabon Gabonese, Gambia Gambian, Georgia Georgian, Germany German, Ghana Ghanaian, Greece Greek,
Greenland Greenlandic Greenlander, Grenada Grenadian, Guatemala Guatemalan, Guinea Guinean, Guyana Guyanese, Haiti
Haitian, Honduras Honduran, Hungary Hungarian, Iceland Icelandic Icelander, India Indian, Indonesia Indonesian, Iran
Iranian, Iraq Iraqi, Ireland Irish Irishman Irishwoman, Israel Israeli, Italy Italian, Jamaica Jamaican, Japan
Japanese, Jordan Jordanian, Kazakhstan Kazakh Kazakhstani, Kenya Kenyan, Kosovo Kosovar Kosovan, Kuwait Kuwaiti,
Kyrgyzstan Kyrgyz, Laos Laotian Lao, Latvia Latvian, Lebanon Lebanese, Liberia Liberian, Libya Libyan, Lithuania
Lithuanian, Luxembourg Luxembourger, Madagascar Malagasy, Malawi Malawian, Malaysia Malaysian, Maldives Maldivian,
Mali Malian, Malta Maltese, Mauritania Mauritanian, Mauritius Mauritian, Mexico Mexican, Micronesia Micronesian,
Moldova Moldovan, Monaco Monegasque, Mongolia Mongolian, Montenegro Montenegrin, Morocco Moroccan, Mozambique
Mozambican, Myanmar Burma Burmese, Namibia Namibian, Nauru Nauruan, Nepal Nepali Nepalese, Netherlands Holland Dutch
Dutchman Dutchwoman, Nicaragua Nicaraguan, Niger Nigerien, Nigeria Nigerian, Norway Norwegian, Oman Omani, Pakistan
Pakistani, Palau Palauan, Palestine Palestinian, Panama Panamanian, Paraguay Paraguayan, Peru Peruvian, Philippines
Philippine Filipino Filipina, Poland Polish Pole, Portugal Portuguese, Qatar Qatari, Romania Romanian, Russia Russian,
Rwanda Rwandan, Samoa Samoan, Scotland Scottish Scot Scotsman Scotswoman, Senegal Senegalese, Serbia Serbian Serb,
Seychelles Seychellois, Singapore Singaporean, Slovakia Slovak Slovakian, Slovenia Slovenian Slovene, Somalia Somali,
Spain Spanish Spaniard, Sudan Sudanese, Suriname Surinamese, Sweden Swedish Swede, Switzerland Swiss, Syria Syrian,
Taiwan Taiwanese, Tajikistan Tajik, Tanzania Tanzanian, Thailand Thai, Togo Togolese, Tonga Tongan, Tunisia Tunisian,
Turkey Türkiye Turkish Turk, Turkmenistan Turkmen, Uganda Ugandan, Ukraine Ukrainian, Uruguay Uruguayan, Uzbekistan
Uzbek, Vatican, Venezuela Venezuelan, Vietnam Vietnamese, Wales Welsh Welshman Welshwoman, Yemen Yemeni, Zambia
Zambian, Zimbabwe Zimbabwean, Korea Korean, Zealand Zealander, Arabia Saudi, Lanka Lankan, Rica Rican, Salvador
Salvadoran Salvadorean, Leone Leonean, Macedonia Macedonian, Czechia Czech, UAE Emirates Emirati, Africa African,
America American, Asia Asian, Europe European, Siberia Siberian, Chechnya Chechen, Catalonia Catalan, Crimea Crimean,
Kashmir Kashmiri, Punjab Punjabi, Bengal Bengali, Kurdistan Kurdish Kurd
"""
_CAPITALS = """
Abuja, Accra, Algiers, Amman, Amsterdam, Ankara, Ashgabat, Astana, Asuncion, Athens, Baghdad, Baku, Bamako, Bangkok,
Beijing, Beirut, Belgrade, Berlin, Bern, Bishkek, Bogota, Brasilia, Bratislava, Brussels, Bucharest, Budapest, Cairo,
Canberra, Caracas, Colombo, Copenhagen, Dakar, Damascus, Delhi, Dhaka, Doha, Dublin, Dushanbe, Geneva, Hanoi, Harare,
Havana, Helsinki, Islamabad, Jakarta, Jerusalem, Kabul, Kampala, Kathmandu, Khartoum, Kigali, Kinshasa, Kyiv, Lima,
Lisbon, Ljubljana, London, Luanda, Lusaka, Madrid, Managua, Manila, Maputo, Minsk, Mogadishu, Montevideo, Moscow,
Muscat, Nairobi, Niamey, Nicosia, Oslo, Ottawa, Paris, Prague, Pretoria, Pyongyang, Quito, Rabat, Reykjavik, Riga,
Riyadh, Rome, Santiago, Sarajevo, Seoul, Skopje, Sofia, Stockholm, Tallinn, Tashkent, Tbilisi, Tehran, Tirana, Tokyo,
Tripoli, Tunis, Ulaanbaatar, Vienna, Vilnius, Warsaw, Washington, Wellington, Yerevan, Zagreb
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


def _rows() -> dict[str, int]:
    found = {}
    for place, row in enumerate(_PEOPLES.split(",")):
        for name in words(row):
            found[name] = place
            if name.endswith(("shman", "chman", "swoman", "shwoman", "chwoman", "sman")):
                found[f"{name[:-2]}en"] = place
    return found


_ROW_OF = _rows()
_PLACES = _any_of(",".join((_COUNTRIES, _US_STATES, _CAPITALS)))


def land_of(name: str) -> int | None:
    """
    The same number for a land, its people and what is of it, by folded names; None for any other word.

    >>> land_of("dutch") == land_of("netherlands")
    True
    """
    return _ROW_OF.get(name, _ROW_OF.get(name.removesuffix("s")))


def is_place(name: str) -> bool:
    """Whether a folded name is that of a country, a people, a capital or a state of the United States."""
    return land_of(name) is not None or _PLACES.fullmatch(name) is not None

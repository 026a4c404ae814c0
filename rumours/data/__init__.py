"""Every public list as data: JSON, CSV and an Atom feed of the same rows, by the suffix of the same address.

Lists are defined in `filters`; here stand only the columns a row has as data (`columns`), the addresses (`lists`,
`urls`) and the forms (`formats`). Reading only, nothing that the pages do not show.
"""

"""The desk in storeys, each a class over the one below.

`heading` and `searching` (query and results), `reading` (articles), `relating` (what is related to them), then what is
done with an article (`naming`, `copying`, `keeping`, `selecting`, `ruling`), `narrowing`, `arranging` (panes),
`remembering` and `resuming`, `viewing`, `travelling` (the way back and forward), `guiding` (which keys apply),
`finding` (in the article), and `desk`, the whole.
"""

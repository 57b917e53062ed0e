namespace WhatsCommerce.Storefronts;

/// <summary>Scores of how well each product matches each word of a query. Only products that match some word have a row.</summary>
internal sealed class Evidence : IDisposable
{
    private readonly int[] _rowOf;
    private readonly int _width;
    private readonly List<int> _documents = [];
    private float[] _scores;
    private byte[] _kinds;

    /// <param name="rows">A zero for each product; zero again after the evidence is disposed of.</param>
    /// <param name="width">The number of words.</param>
    public Evidence(int[] rows, int width)
    {
        _rowOf = rows;
        _width = width;
        _scores = new float[256 * width];
        _kinds = new byte[256 * width];
    }

    public int Count => _documents.Count;

    public int DocumentOf(int row) => _documents[row];

    public ReadOnlySpan<float> ScoresOf(int row) => _scores.AsSpan(row * _width, _width);

    public SearchMatch KindOf(int row, int word) => (SearchMatch)_kinds[(row * _width) + word];

    public void Dispose()
    {
        foreach (int document in _documents)
        {
            _rowOf[document] = 0;
        }
    }

    public void Put(int document, int word, float score, SearchMatch kind)
    {
        int row = _rowOf[document] - 1;
        if (row < 0)
        {
            _documents.Add(document);
            row = _documents.Count - 1;
            _rowOf[document] = row + 1;
            if (_documents.Count * _width > _scores.Length)
            {
                Array.Resize(ref _scores, _scores.Length * 2);
                Array.Resize(ref _kinds, _kinds.Length * 2);
            }
        }

        int at = (row * _width) + word;
        if (score > _scores[at])
        {
            _scores[at] = score;
            _kinds[at] = (byte)kind;
        }
    }
}

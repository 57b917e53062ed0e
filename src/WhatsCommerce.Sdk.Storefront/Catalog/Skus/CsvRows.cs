namespace WhatsCommerce.Storefronts;

/// <summary>
/// Reads the rows of a CSV file (RFC 4180) one by one. Parsing is strict: a violation of the format is an error with its line number.
/// </summary>
/// <remarks>See docs/decisions/own-sku-reader.md for why no package is used.</remarks>
internal sealed class CsvRows(TextReader reader)
{
    private const int LongestRow = 4_096;

    private readonly char[] _buffer = new char[8_192];
    private int _position;
    private int _length;
    private int _nextLine = 1;
    private char _delimiter;

    /// <summary>The line that the last row began in.</summary>
    public int Line { get; private set; }

    /// <summary>Reads the next row that is not empty; null at the end.</summary>
    public async ValueTask<IReadOnlyList<string>?> ReadAsync(CancellationToken cancellationToken)
    {
        while (await PeekAsync(cancellationToken).ConfigureAwait(false) >= 0)
        {
            Line = _nextLine;
            List<string> row = await ReadRowAsync(cancellationToken).ConfigureAwait(false);
            if (row.Count > 1 || row[0].Length > 0)
            {
                return row;
            }
        }

        return null;
    }

    private async ValueTask<List<string>> ReadRowAsync(CancellationToken cancellationToken)
    {
        List<string> row = [];
        StringBuilder field = new();
        bool isQuoted = false;
        bool wasQuoted = false;
        for (int characters = 0; ; characters++)
        {
            int next = await NextAsync(cancellationToken).ConfigureAwait(false);
            if (characters > LongestRow)
            {
                throw new SkuMapFormatException($"it is longer than {LongestRow} characters", Line);
            }

            char c = (char)next;
            if (isQuoted)
            {
                if (next < 0)
                {
                    throw new SkuMapFormatException("a quoted field does not end", Line);
                }

                if (c != '"')
                {
                    field.Append(c);
                }
                else if (await PeekAsync(cancellationToken).ConfigureAwait(false) == '"')
                {
                    field.Append((char)await NextAsync(cancellationToken).ConfigureAwait(false));
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (next < 0 || c == '\n' || IsDelimiter(c))
            {
                row.Add(field.ToString());
                field.Clear();
                wasQuoted = false;
                if (next < 0 || c == '\n')
                {
                    return row;
                }
            }
            else if (c == '"' && field.Length == 0 && !wasQuoted)
            {
                isQuoted = wasQuoted = true;
            }
            else if (c != '\r' && (c != '\uFEFF' || Line > 1))
            {
                field.Append(wasQuoted ? throw new SkuMapFormatException("text follows a quoted field", Line) : c);
            }
        }
    }

    /// <summary>The first delimiter in the file determines the delimiter of all rows.</summary>
    private bool IsDelimiter(char c)
    {
        if (_delimiter == default && c is ',' or ';' or '\t')
        {
            _delimiter = c;
        }

        return c == _delimiter;
    }

    private async ValueTask<int> NextAsync(CancellationToken cancellationToken)
    {
        int next = await PeekAsync(cancellationToken).ConfigureAwait(false);
        _position++;
        _nextLine += next == '\n' ? 1 : 0;
        return next;
    }

    private async ValueTask<int> PeekAsync(CancellationToken cancellationToken)
    {
        if (_position >= _length)
        {
            _length = await reader.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
            _position = 0;
        }

        return _length == 0 ? -1 : _buffer[_position];
    }
}

using System.Runtime.CompilerServices;
using WhatsCommerce.Catalogs;

namespace WhatsCommerce.Tool.Uploads;

/// <summary>
/// Reads a file of products of any length row by row: CSV, a JSON array, or JSON Lines. A malformed row is recorded with its line, and
/// does not stop the upload.
/// </summary>
/// <remarks>
/// The columns have the names of Meta's catalog feeds, see <see cref="ProductFields"/>. A field may have up to 64 KB, JSON a depth of up to
/// 16.
/// </remarks>
internal sealed class ProductFile(string path)
{
    private readonly List<int> _lines = [];

    /// <summary>The rows that could not be read.</summary>
    public List<RejectedRow> Broken { get; } = [];

    /// <summary>Whether the file is JSON, in which items are counted, not lines.</summary>
    public bool IsJson => JsonProducts.IsJson(path);

    /// <summary>The line of the item at a zero-based position of the sequence.</summary>
    public int LineOf(long position) => _lines[(int)position];

    /// <summary>Counts the lines of the file without the header, for measuring progress.</summary>
    public int CountLines()
    {
        using FileStream file = File.OpenRead(path);
        Span<byte> buffer = stackalloc byte[16 * 1024];
        int lines = 0;
        bool isInLine = false;
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            lines += buffer[..read].Count((byte)'\n');
            isInLine = buffer[read - 1] != (byte)'\n';
        }

        return Math.Max(1, lines + (isInLine ? 1 : 0) - 1);
    }

    /// <summary>Reads the file from the beginning on each call.</summary>
    /// <exception cref="InvalidProductFileException">A column is missing, or the file is neither CSV nor JSON.</exception>
    public async IAsyncEnumerable<CatalogItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _lines.Clear();
        Broken.Clear();
        IAsyncEnumerable<ProductRow> rows =
            IsJson ? JsonProducts.ReadAsync(path, cancellationToken) : CsvProducts.ReadAsync(path, cancellationToken);
        await foreach (ProductRow row in rows.ConfigureAwait(false))
        {
            CatalogItem? item = null;
            if ((row.Problem ?? ProductFields.Read(row, out item)) is { } problem)
            {
                Broken.Add(new(row.Line, row.Field("id"), problem));
            }
            else
            {
                _lines.Add(row.Line);
                yield return item!;
            }
        }
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;

namespace WhatsCommerce.Tool.Uploads;

/// <summary>Reads the rows of a CSV file.</summary>
internal static class CsvProducts
{
    private const int MaxFieldLength = 64 * 1024;

    /// <exception cref="InvalidProductFileException">A column is missing, or a field is too long.</exception>
    public static async IAsyncEnumerable<ProductRow> ReadAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using StreamReader text = new(path);
        using CsvReader csv = new(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
            TrimOptions = TrimOptions.Trim,
            MissingFieldFound = null,
            BadDataFound = null,
            MaxFieldSize = MaxFieldLength,
        });
        if (!await NextAsync(csv, path).ConfigureAwait(false) || !csv.ReadHeader())
        {
            throw new InvalidProductFileException($"{path} is empty.");
        }

        string[] columns = [.. csv.HeaderRecord!.Select(name => name.Trim().ToLowerInvariant())];
        if (ProductFields.Required.Except(columns).ToArray() is { Length: > 0 } missing)
        {
            throw new InvalidProductFileException(
                $"The first line of {path} must name the columns; these are missing: {string.Join(", ", missing)}.");
        }

        HashSet<string> known = [.. columns];
        while (await NextAsync(csv, path).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            string? problem = csv.Parser.Count == columns.Length ? null
                : $"Fields of the row: {csv.Parser.Count}; columns of the file: {columns.Length}. Is there a comma in a text without "
                    + "quotes?";
            yield return new(
                csv.Parser.RawRow, column => known.Contains(column) && csv[column] is { Length: > 0 } value ? value : null, problem);
        }
    }

    private static async Task<bool> NextAsync(CsvReader csv, string path)
    {
        try
        {
            return await csv.ReadAsync().ConfigureAwait(false);
        }
        catch (CsvHelperException exception)
        {
            // The exception's own message would quote the whole row.
            string line = csv.Parser.RawRow.ToString(CultureInfo.InvariantCulture);
            throw new InvalidProductFileException(
                $"{path} is no CSV file from line {line} on ({exception.GetType().Name}): is a quotation mark missing?");
        }
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;
using WhatsCommerce;
using WhatsCommerce.Catalogs;

namespace CatalogUpload;

/// <summary>Reads a CSV file of any size row by row. A malformed row is recorded with its line, and does not stop the upload.</summary>
/// <remarks>
/// The columns have the names of Meta's catalog feeds, in any order and case: id, title, description, availability, price, link and
/// image_link are required; sale_price, brand, item_group_id, color and size are optional.
/// </remarks>
internal sealed class ProductFile(string path)
{
    private static readonly string[] Required = ["id", "title", "description", "availability", "price", "link", "image_link"];

    private readonly List<int> _lines = [];

    /// <summary>The rows that could not be read.</summary>
    public List<RejectedRow> Broken { get; } = [];

    /// <summary>The line of the item at a zero-based position of the sequence.</summary>
    public int LineOf(long position) => _lines[(int)position];

    /// <summary>Reads the file from the beginning, at each call.</summary>
    /// <exception cref="InvalidCsvException">A column is missing.</exception>
    public async IAsyncEnumerable<CatalogItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _lines.Clear();
        Broken.Clear();
        using StreamReader text = new(path);
        using CsvReader csv = new(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
            TrimOptions = TrimOptions.Trim,
            MissingFieldFound = null,
            BadDataFound = null,
        });
        if (!await csv.ReadAsync() || !csv.ReadHeader())
        {
            throw new InvalidCsvException($"{path} is empty.");
        }

        string[] columns = [.. csv.HeaderRecord!.Select(name => name.Trim().ToLowerInvariant())];
        if (Required.Except(columns).ToArray() is { Length: > 0 } missing)
        {
            throw new InvalidCsvException(
                $"The first line of {path} must name the columns; these are missing: {string.Join(", ", missing)}.");
        }

        while (await csv.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            int line = csv.Parser.RawRow;
            if (csv.Parser.Count != columns.Length)
            {
                Broken.Add(new(
                    line,
                    csv["id"],
                    $"The row has {csv.Parser.Count} fields; there are {columns.Length} columns. Is a comma without quotes in a text?"));
            }
            else if (!TryReadPrice(csv["price"], out Money? price) | !TryReadPrice(Optional("sale_price"), out Money? salePrice))
            {
                Broken.Add(
                    new(
                        line,
                        csv["id"],
                        $"A price is an amount and a currency, such as 9.99 USD; found "
                            + $"'{csv["price"]}'{(Optional("sale_price") is { } sale ? $" and '{sale}'" : "")}."));
            }
            else
            {
                _lines.Add(line);
                yield return new CatalogItem
                {
                    RetailerId = csv["id"],
                    Title = csv["title"],
                    Description = csv["description"],
                    Availability = new ProductAvailability(csv["availability"]),
                    Price = price,
                    SalePrice = salePrice,
                    Link = csv["link"],
                    ImageLink = csv["image_link"],
                    Brand = Optional("brand"),
                    GroupId = Optional("item_group_id"),
                    Color = Optional("color"),
                    Size = Optional("size"),
                };
            }
        }

        string? Optional(string column) => columns.Contains(column) && csv[column] is { Length: > 0 } value ? value : null;
    }

    // A missing price is not an error here: the validation of the catalog item reports it.
    private static bool TryReadPrice(string? text, out Money? price)
    {
        price = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [string amount, { Length: 3 } currency]
            || !decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            return false;
        }

        price = new Money(value, currency.ToUpperInvariant());
        return true;
    }
}

using System.Collections.Immutable;
using WhatsCommerce;

namespace OwnShop;

/// <summary>
/// The shop's own prices and stock, independent of Meta's catalog and of customers' phones.
/// </summary>
internal sealed class Shelf
{
    private readonly Lock _gate = new();
    private ImmutableDictionary<string, Book> _books = new[]
    {
        new Book("9780000000019", "The Pocket Atlas", new Money(18.50m, "EUR"), InStock: 12),
        new Book("9780000000026", "A Year by the Sea", new Money(12.90m, "EUR"), InStock: 5),
        new Book("9780000000033", "Forty Loaves", new Money(24.00m, "EUR"), InStock: 2),
        new Book("9780000000040", "Poems for the Tram", new Money(9.80m, "EUR"), InStock: 1),
        new Book("9780000000057", "Letters Never Sent", new Money(11.00m, "EUR"), InStock: 3),
    }.ToImmutableDictionary(book => book.Isbn);

    public IReadOnlyList<Book> Books => [.. _books.Values.OrderBy(book => book.Title, StringComparer.Ordinal)];

    public Book? Find(string? isbn) => isbn is null ? null : _books.GetValueOrDefault(isbn);

    public void SetPrice(string isbn, Money price)
    {
        lock (_gate)
        {
            _books = _books.SetItem(isbn, _books[isbn] with { Price = price });
        }
    }

    /// <summary>Takes all books of an order from the stock, or none.</summary>
    /// <returns>Whether all were in stock.</returns>
    public bool TryTake(IReadOnlyList<OwnLine> lines)
    {
        lock (_gate)
        {
            if (lines.Any(line => _books[line.Book.Isbn].InStock < line.Quantity))
            {
                return false;
            }

            foreach (OwnLine line in lines)
            {
                Book book = _books[line.Book.Isbn];
                _books = _books.SetItem(book.Isbn, book with { InStock = book.InStock - line.Quantity });
            }

            return true;
        }
    }
}

/// <summary>A book, identified by its ISBN; the map assigns the catalog's item to it.</summary>
internal sealed record Book(string Isbn, string Title, Money Price, int InStock);

using System.Collections.Immutable;
using WhatsCommerce;

namespace OwnShop;

/// <summary>The shop's own prices and stock. Nothing of them is taken from the catalog at Meta, and nothing from a customer's phone.</summary>
internal sealed class Shelf
{
    private readonly Lock _gate = new();
    private ImmutableDictionary<RetailerId, Book> _books = new[]
    {
        new Book("atlas", "The Pocket Atlas", new Money(18.50m, "EUR"), InStock: 12),
        new Book("sea", "A Year by the Sea", new Money(12.90m, "EUR"), InStock: 5),
        new Book("bread", "Forty Loaves", new Money(24.00m, "EUR"), InStock: 2),
        new Book("poems", "Poems for the Tram", new Money(9.80m, "EUR"), InStock: 1),
    }.ToImmutableDictionary(book => book.Id);

    public IReadOnlyList<Book> Books => [.. _books.Values.OrderBy(book => book.Title, StringComparer.Ordinal)];

    public Book? Find(RetailerId id) => _books.GetValueOrDefault(id);

    public void SetPrice(RetailerId id, Money price)
    {
        lock (_gate)
        {
            _books = _books.SetItem(id, _books[id] with { Price = price });
        }
    }

    /// <summary>Takes all the books of an order off the shelf, or none.</summary>
    /// <returns>Whether all were there.</returns>
    public bool TryTake(IReadOnlyList<OwnLine> lines)
    {
        lock (_gate)
        {
            if (lines.Any(line => _books[line.Book.Id].InStock < line.Quantity))
            {
                return false;
            }

            foreach (OwnLine line in lines)
            {
                Book book = _books[line.Book.Id];
                _books = _books.SetItem(book.Id, book with { InStock = book.InStock - line.Quantity });
            }

            return true;
        }
    }
}

internal sealed record Book(RetailerId Id, string Title, Money Price, int InStock);

namespace WhatsCommerce;

/// <summary>Represents a product that cannot be sent, and why.</summary>
public sealed record UnsendableProduct
{
    /// <summary>The product.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>All problems that were found.</summary>
    public ProductProblems Problems { get; init; }

    /// <summary>The reasons of the rejection by Meta's review, in Meta's words.</summary>
    public IReadOnlyList<string> RejectionReasons { get; init; } = [];

    /// <summary>The product and the problems, in words.</summary>
    public override string ToString() => $"{RetailerId}: {string.Join(", ", Words())}";

    private IEnumerable<string> Words()
    {
        foreach ((ProductProblems problem, string words) in ((ProductProblems, string)[])
        [
            (ProductProblems.Missing, "not in the connected catalog"),
            (ProductProblems.InOtherCatalog, "in the catalog that was named, which is not the connected one"),
            (ProductProblems.Rejected, RejectionReasons.Count == 0
                ? "rejected by Meta's review"
                : $"rejected by Meta's review ({string.Join(", ", RejectionReasons)})"),
            (ProductProblems.InReview, "still in review"),
            (ProductProblems.Hidden, "not published"),
            (ProductProblems.NotAvailable, "not available"),
            (ProductProblems.ParentOfVariants, "the parent of variants, of which only the variants can be sent"),
            (ProductProblems.ComplianceMissing, "without the country of origin that India asks for"),
            (ProductProblems.Unclear, "told of by Meta in a shape that cannot be read"),
        ])
        {
            if (Problems.HasFlag(problem))
            {
                yield return words;
            }
        }
    }
}

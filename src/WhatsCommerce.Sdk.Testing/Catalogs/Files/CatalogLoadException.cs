namespace WhatsCommerce.Testing;

/// <summary>The exception that is thrown when a file of catalog items cannot be loaded. No item was added.</summary>
public sealed class CatalogLoadException : WhatsCommerceException
{
    private const int Shown = 20;

    internal CatalogLoadException(IReadOnlyList<string> problems, Exception? inner = null)
        : base(Words(problems), inner) => Problems = problems;

    /// <summary>The errors of the file, one sentence each, with the number of the row; at most 1,000.</summary>
    public IReadOnlyList<string> Problems { get; }

    private static string Words(IReadOnlyList<string> problems)
    {
        IEnumerable<string> lines = problems.Take(Shown);
        if (problems.Count > Shown)
        {
            lines = lines.Append(string.Create(CultureInfo.InvariantCulture, $"and {problems.Count - Shown} more."));
        }

        return $"The catalog cannot be loaded:{string.Concat(lines.Select(line => $"\n  {line}"))}";
    }
}

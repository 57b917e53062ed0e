namespace WhatsCommerce.Storefronts;

/// <summary>
/// Creates order numbers of seven random characters of Crockford's alphabet: 34 billion numbers, without letters that look like digits.
/// </summary>
internal sealed class CrockfordOrderNumbers(IdSource ids) : IOrderNumbers
{
    private const int Length = 7;

    public Task<string> NextAsync(string shopId, CancellationToken cancellationToken) =>
        Task.FromResult(ids.Next()[..Length].ToUpperInvariant());
}

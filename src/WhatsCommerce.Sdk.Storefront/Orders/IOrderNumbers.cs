namespace WhatsCommerce.Storefronts;

/// <summary>Creates order numbers that are easy to read aloud.</summary>
/// <remarks>
/// The default creates seven random characters of Crockford's alphabet, such as <c>K7M2P9Q</c>, which do not reveal how many orders there
/// are.
/// </remarks>
public interface IOrderNumbers
{
    /// <summary>Returns an order number. When the shop already has the number, the method is called again.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>A number, unique as far as the implementation knows.</returns>
    Task<string> NextAsync(string shopId, CancellationToken cancellationToken);
}

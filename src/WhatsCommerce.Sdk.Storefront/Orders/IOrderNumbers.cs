namespace WhatsCommerce.Storefronts;

/// <summary>Creates order numbers that are easy to read aloud.</summary>
/// <remarks>
/// The default makes seven random characters of Crockford's alphabet, such as <c>K7M2P9Q</c>: it does not reveal the number of orders.
/// </remarks>
public interface IOrderNumbers
{
    /// <summary>Returns a number. When the shop has it already, another one is asked for.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>A number, unique as far as the implementation knows.</returns>
    Task<string> NextAsync(string shopId, CancellationToken cancellationToken);
}

namespace WhatsCommerce;

/// <summary>Provides the access token for each request, so that tokens can be rotated and kept in a secret store.</summary>
/// <remarks>
/// Set it on a <see cref="WhatsCommerceAccount"/>, or register it as a singleton: keyed with the client's name, or without a key for every
/// client that has no token of its own. It is called for each request, concurrently from many threads: cache the token, and drop the cached
/// one when <see cref="AccessTokenContext.RefusedToken"/> contains it.
/// </remarks>
public interface IAccessTokenProvider
{
    /// <summary>Gets the token for one request.</summary>
    /// <param name="context">The client and account that need the token, and the token that was just rejected, if any.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    /// <returns>
    /// The bare token, without "Bearer". An exception that is thrown here reaches the caller of the client; nothing is sent.
    /// </returns>
    ValueTask<string> GetTokenAsync(AccessTokenContext context, CancellationToken cancellationToken = default);
}

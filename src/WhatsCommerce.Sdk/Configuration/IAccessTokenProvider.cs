namespace WhatsCommerce;

/// <summary>Returns the access token for each request, so that tokens can be rotated and kept in a secret store.</summary>
/// <remarks>
/// Set on a <see cref="WhatsCommerceAccount"/>, or registered as a singleton: under the client's name as key, or without a key for every
/// client that has no token of its own. It is asked for each request, by many threads at once: keep the token in memory, and drop it when
/// <see cref="AccessTokenContext.RefusedToken"/> names it.
/// </remarks>
public interface IAccessTokenProvider
{
    /// <summary>Gives the token for one request.</summary>
    /// <param name="context">Which client asks, for which account; and, when a token was just refused, which one.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    /// <returns>The bare token, without "Bearer". An exception is passed on to the caller of the client; nothing is sent.</returns>
    ValueTask<string> GetTokenAsync(AccessTokenContext context, CancellationToken cancellationToken = default);
}

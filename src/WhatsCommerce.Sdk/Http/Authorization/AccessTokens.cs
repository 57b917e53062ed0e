namespace WhatsCommerce.Http;

/// <summary>Gets a client's token from the account, a provider or the options.</summary>
internal static class AccessTokens
{
    /// <summary>Returns whether a text can be a token: it can be put into the header unchanged.</summary>
    public static bool IsBare(string? token) => !string.IsNullOrEmpty(token) && !token.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>Gets the token for one request.</summary>
    /// <param name="account">The account that calls.</param>
    /// <param name="registered">The provider of the registration, if there is one.</param>
    /// <param name="refused">The rejected token, when a replacement is needed.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    public static ValueTask<string> GetAsync(
        in GraphAccount account, IAccessTokenProvider? registered, string? refused, CancellationToken cancellationToken)
    {
        // A tenant without its own token gets one from the provider, never that of the options, which may belong to another business.
        IAccessTokenProvider? provider = account.Tenant is { } tenant
            ? tenant.AccessTokenProvider ?? (tenant.AccessToken is null ? registered : null)
            : registered;
        return provider is null ? new(account.RequireAccessToken()) : AskAsync(provider, account, refused, cancellationToken);
    }

    private static async ValueTask<string> AskAsync(
        IAccessTokenProvider provider, GraphAccount account, string? refused, CancellationToken cancellationToken)
    {
        AccessTokenContext context = new()
        {
            ClientName = account.ClientName,
            Account = account.Tenant,
            PhoneNumberId = account.PhoneNumberId,
            BusinessAccountId = account.BusinessAccountId,
            RefusedToken = refused,
        };
        string token = await provider.GetTokenAsync(context, cancellationToken).ConfigureAwait(false);
        return IsBare(token)
            ? token
            : throw new InvalidOperationException(
                $"{provider.GetType()} returned no bare token for {context}: it is empty, or has \"Bearer\", blanks or line breaks in it.");
    }
}

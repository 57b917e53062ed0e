namespace WhatsCommerce.Subscriptions;

/// <summary>
/// Manages which apps receive the webhooks of a WhatsApp Business account (WABA), and at which URL. Available as
/// <see cref="WhatsCommerceClient.Subscriptions"/>.
/// </summary>
/// <remarks>
/// Meta delivers to the URL of the number if there is one, otherwise to that of the account, otherwise to that of the app. The URL must
/// answer Meta's verification challenge before it is accepted. Source: Meta, webhooks/override.
/// </remarks>
public class SubscriptionsClient
{
    private readonly GraphTransport _transport = null!;

    private ISubscriptionApi Api => field ??= GraphApi.Create<ISubscriptionApi>(_transport, SubscriptionsJson.Default);

    private BusinessAccountId OwnAccount => _transport.Account.RequireBusinessAccountId();

    internal SubscriptionsClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected SubscriptionsClient() { }

    /// <summary>Lists the apps that receive the account's webhooks.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public virtual Paged<AppSubscription> ListAsync(CancellationToken cancellationToken = default) =>
        _transport.List((limit, after, token) => Api.List(OwnAccount, limit, after, token), cancellationToken);

    /// <summary>Lists the webhook subscriptions of an app and their URL, as configured in Meta's dashboard.</summary>
    /// <remarks>
    /// Requires the token of the app, which consists of its id and its secret: create the client with <c>AccessToken =
    /// $"{appId}|{appSecret}"</c>, without a number and an account. Any other token is rejected, with error 15 as
    /// users report; Meta's page does not mention the code. Source: Meta, graph-api/reference/app/subscriptions.
    /// </remarks>
    /// <param name="appId">The id of the app; digits.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid app id.</exception>
    public virtual Paged<AppWebhook> ListAppWebhooksAsync(string appId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appId);
        if (!appId.All(char.IsAsciiDigit))
        {
            throw new ArgumentException("The id of the app is digits only.", nameof(appId));
        }

        return _transport.List((limit, after, token) => Api.ListWebhooks(appId, limit, after, token), cancellationToken);
    }

    /// <summary>Subscribes the app of the token to the account's webhooks.</summary>
    /// <param name="callback">
    /// The URL of the webhooks, instead of the app's own; <see langword="null"/> for the app's own, which also removes an override.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">The URL violates a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">
    /// Meta rejected the request, for instance because the URL did not answer the verification challenge, or could not be reached.
    /// </exception>
    public virtual async Task SubscribeAsync(CallbackOverride? callback = null, CancellationToken cancellationToken = default)
    {
        callback?.Check("");
        await Api.Subscribe(OwnAccount, new AccountCallback(callback), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Unsubscribes the app of the token: it no longer receives webhooks of the account.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task UnsubscribeAsync(CancellationToken cancellationToken = default) =>
        Api.Unsubscribe(OwnAccount, cancellationToken);

    /// <summary>Delivers the webhooks of this client's number to a separate URL.</summary>
    /// <param name="callback">The URL; <see langword="null"/> removes it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">The URL violates a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">
    /// Meta rejected the request, for instance because the URL did not answer the verification challenge, or could not be reached.
    /// </exception>
    public virtual async Task OverrideForNumberAsync(CallbackOverride? callback, CancellationToken cancellationToken = default)
    {
        callback?.Check("webhook_configuration.");
        await Api.SetCallback(_transport.Account.RequirePhoneNumberId(), new NumberCallback(callback), cancellationToken)
            .ConfigureAwait(false);
    }
}

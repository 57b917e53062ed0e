using WhatsCommerce.Http;

namespace WhatsCommerce.Subscriptions;

/// <summary>
/// Which apps get the webhooks of a WhatsApp Business account (WABA), and where to. Available as
/// <see cref="WhatsCommerceClient.Subscriptions"/>.
/// </summary>
/// <remarks>
/// Meta delivers to the address of the number if there is one, else to that of the account, else to that of the app. The address must
/// answer Meta's challenge before it is accepted. Source: Meta, webhooks/override.
/// </remarks>
public class SubscriptionsClient
{
    private readonly GraphTransport _transport = null!;

    private ISubscriptionApi Api => field ??= GraphApi.Create<ISubscriptionApi>(_transport, SubscriptionsJson.Default);

    private BusinessAccountId OwnAccount => _transport.Account.RequireBusinessAccountId();

    internal SubscriptionsClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected SubscriptionsClient()
    {
    }

    /// <summary>Lists the apps that get the account's webhooks.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public virtual Paged<AppSubscription> ListAsync(CancellationToken cancellationToken = default) =>
        _transport.List((limit, after, token) => Api.List(OwnAccount, limit, after, token), cancellationToken);

    /// <summary>Lists what an app gets webhooks about, and where to: the fields that are subscribed at Meta's dashboard.</summary>
    /// <remarks>
    /// Meta tells that to a token of the app alone, which is its id and its secret: make the client with
    /// <c>AccessToken = $"{appId}|{appSecret}"</c>. It needs neither a number nor an account. Any other token is refused, with error 15
    /// as users report: Meta's page does not name the code. Source: Meta, graph-api/reference/app/subscriptions.
    /// </remarks>
    /// <param name="appId">The id of the app; digits.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is none of an app.</exception>
    public virtual Paged<AppWebhook> ListAppWebhooksAsync(string appId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appId);
        if (!appId.All(char.IsAsciiDigit))
        {
            throw new ArgumentException("The id of the app is digits only.", nameof(appId));
        }

        return _transport.List((limit, after, token) => Api.ListWebhooks(appId, limit, after, token), cancellationToken);
    }

    /// <summary>Lets the app that the token belongs to get the account's webhooks.</summary>
    /// <param name="callback">Where to, in place of the app's own address; <see langword="null"/> for the latter, also where another was
    /// set.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">The address breaks a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta refused it, for instance since the address did not answer its challenge, or could not be
    /// reached.</exception>
    public virtual async Task SubscribeAsync(CallbackOverride? callback = null, CancellationToken cancellationToken = default)
    {
        callback?.Check("");
        await Api.Subscribe(OwnAccount, new AccountCallback(callback), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends it: the app gets no more webhooks of the account.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task UnsubscribeAsync(CancellationToken cancellationToken = default) =>
        Api.Unsubscribe(OwnAccount, cancellationToken);

    /// <summary>Delivers the webhooks of this client's number to a separate address.</summary>
    /// <param name="callback">The address; <see langword="null"/> removes it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">The address breaks a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta refused it, for instance since the address did not answer its challenge, or could not be
    /// reached.</exception>
    public virtual async Task OverrideForNumberAsync(CallbackOverride? callback, CancellationToken cancellationToken = default)
    {
        callback?.Check("webhook_configuration.");
        await Api.SetCallback(_transport.Account.RequirePhoneNumberId(), new NumberCallback(callback), cancellationToken)
            .ConfigureAwait(false);
    }
}

namespace WhatsCommerce.Subscriptions;

/// <summary>The webhook subscriptions of an account. Source: Meta, webhooks/override.</summary>
internal interface ISubscriptionApi
{
    [Get("/{account}/subscribed_apps"), GraphOperation("list_subscriptions")]
    Task<PageAnswer<AppSubscription>> List(BusinessAccountId account, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{app}/subscriptions")]
    [GraphOperation("list_app_webhooks", IfRefused = " It takes a token of the app: its id, | and its secret.")]
    Task<PageAnswer<AppWebhook>> ListWebhooks(string app, int limit, string? after, CancellationToken cancellationToken);

    [Post("/{account}/subscribed_apps"), GraphOperation("subscribe")]
    Task<SuccessAnswer> Subscribe(BusinessAccountId account, [Body] AccountCallback callback, CancellationToken cancellationToken);

    [Delete("/{account}/subscribed_apps"), GraphOperation("unsubscribe")]
    Task<SuccessAnswer> Unsubscribe(BusinessAccountId account, CancellationToken cancellationToken);

    [Post("/{number}"), GraphOperation("override_callback")]
    Task<SuccessAnswer> SetCallback(PhoneNumberId number, [Body] NumberCallback callback, CancellationToken cancellationToken);
}

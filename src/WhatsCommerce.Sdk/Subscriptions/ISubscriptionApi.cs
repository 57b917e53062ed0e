namespace WhatsCommerce.Subscriptions;

/// <summary>The webhook subscriptions of an account. Source: Meta, webhooks/override.</summary>
internal interface ISubscriptionApi
{
    [Get("/{account}/subscribed_apps"), GraphOperation("list_subscriptions")]
    Task<PageResponse<AppSubscription>> List(BusinessAccountId account, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{app}/subscriptions")]
    [GraphOperation("list_app_webhooks", IfRefused = " It takes a token of the app: its id, | and its secret.")]
    Task<PageResponse<AppWebhook>> ListWebhooks(string app, int limit, string? after, CancellationToken cancellationToken);

    [Post("/{account}/subscribed_apps"), GraphOperation("subscribe")]
    Task<SuccessResponse> Subscribe(BusinessAccountId account, [Body] AccountCallback callback, CancellationToken cancellationToken);

    [Delete("/{account}/subscribed_apps"), GraphOperation("unsubscribe")]
    Task<SuccessResponse> Unsubscribe(BusinessAccountId account, CancellationToken cancellationToken);

    [Post("/{number}"), GraphOperation("override_callback")]
    Task<SuccessResponse> SetCallback(PhoneNumberId number, [Body] NumberCallback callback, CancellationToken cancellationToken);
}

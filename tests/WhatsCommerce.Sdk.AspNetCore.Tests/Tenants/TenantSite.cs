using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Tenants;

/// <summary>An app with tenants on a real Kestrel, at one address for all and at an address for each.</summary>
internal sealed class TenantSite : IAsyncDisposable
{
    private TenantSite(WebhookSite site, TenantTable tenants, ConcurrentQueue<(string? Tenant, string? Id)> handled)
    {
        Site = site;
        Tenants = tenants;
        Handled = handled;
    }

    public WebhookSite Site { get; }

    public TenantTable Tenants { get; }

    /// <summary>What ran: the tenant that the handler got, and the id of the message.</summary>
    public ConcurrentQueue<(string? Tenant, string? Id)> Handled { get; }

    public static async Task<TenantSite> StartAsync(
        TenantTable tenants,
        Action<WhatsCommerceWebhooksBuilder>? add = null,
        Action<WebhookTenantOptions>? configure = null,
        string[]? appSecrets = null,
        TimeProvider? time = null)
    {
        ConcurrentQueue<(string? Tenant, string? Id)> handled = new();
        WebhookSite site = await WebhookSite.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton(time ?? TimeProvider.System);
                builder.Services.AddSingleton<IWhatsCommerceTenantDirectory>(tenants);
                WhatsCommerceWebhooksBuilder webhooks = builder.Services.AddWhatsCommerceWebhooks(options =>
                {
                    options.AppSecrets = appSecrets ?? [];
                    options.VerifyToken = WebhookSite.VerifyToken;
                });
                webhooks.UseTenants(configure).Handle<TextEvent, CurrentTenant, WebhookContext>("texts", (text, tenant, context, _) =>
                {
                    Assert.Same(context.Tenant, tenant.Tenant);
                    Assert.Equal(text.PhoneNumberId, tenant.PhoneNumberId);
                    handled.Enqueue((tenant.Tenant?.Id, text.Id.Value));
                    return Task.CompletedTask;
                });
                add?.Invoke(webhooks);
            },
            app =>
            {
                app.MapWhatsCommerceWebhooks(WebhookSite.Path);
                app.MapWhatsCommerceWebhooks("/of/{tenant}");
            });
        return new(site, tenants, handled);
    }

    /// <summary>Delivers a body that a secret signed, to the address of all, or of one tenant.</summary>
    public Task<HttpStatusCode> Deliver(byte[] body, string secret, string? tenant = null) =>
        Site.Deliver(body, WebhookSignature.Compute(body, secret), tenant is null ? WebhookSite.Path : $"/of/{tenant}");

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Sdk.Storefront.Tests.Payments.Providers;

/// <summary>A handler of the app that makes every request twice, and once more when that failed, as retries and hedging do.</summary>
internal sealed class RepeatingHandler : DelegatingHandler
{
    /// <summary>Gives every client of the app such a handler, or one client of the storefront by its name.</summary>
    public static void Use(IServiceCollection services, string? client)
    {
        if (client is null)
        {
            services.ConfigureHttpClientDefaults(static builder => builder.AddHttpMessageHandler(static () => new RepeatingHandler()));
        }
        else
        {
            services.AddHttpClient("WhatsCommerce/" + client).AddHttpMessageHandler(static () => new RepeatingHandler());
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            await request.Content.LoadIntoBufferAsync(cancellationToken);
        }

        (await base.SendAsync(request, cancellationToken)).Dispose();
        HttpResponseMessage second = await base.SendAsync(request, cancellationToken);
        if (second.IsSuccessStatusCode)
        {
            return second;
        }

        second.Dispose();
        return await base.SendAsync(request, cancellationToken);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace WhatsCommerce.Emulator;

/// <summary>The routes of the page, one per line, as listed in wwwroot/core/types.d.ts.</summary>
/// <remarks>The handlers are request delegates, which need neither reflection nor a generator: the command can be trimmed.</remarks>
internal static class PageRoutes
{
    // A picture of 5 MB in base64, with room for the text beside it.
    private const long MaxBodyBytes = 8 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder page, CloudApiEmulator cloud)
    {
        RouteGroupBuilder emulator = page.MapGroup("/emulator");

        // Actions of a person must be saved before the response, so that they survive the end of the process.
        RequestDelegate Handle(Func<PageCall, IResult> action) => HandleAsync(call => Task.FromResult(action(call)));
        RequestDelegate HandleAsync(Func<PageCall, Task<IResult>> action) => PageRoutes.HandleAsync(action, () => cloud.SaveAsync());

        emulator.MapGet("/events", http => PageEvents.WriteAsync(http, cloud));

        SettingsRoutes settings = new(cloud);
        emulator.MapGet("/settings", Handle(_ => settings.Read()));
        emulator.MapPost("/settings", Handle(settings.Change));
        emulator.MapPost("/templates/review", Handle(settings.ReviewTemplate));
        emulator.MapPost("/faults", Handle(settings.NextAnswer));
        emulator.MapPost("/faults/clear", Handle(_ => settings.ClearFaults()));
        emulator.MapPost("/webhook-faults", Handle(settings.AddWebhookFault));
        emulator.MapPost("/webhook-faults/clear", Handle(_ => settings.ClearWebhookFaults()));
        emulator.MapPost("/callback", HandleAsync(settings.ConnectAsync));

        CustomerRoutes customers = new(cloud);
        emulator.MapGet("/customers", Handle(_ => customers.List()));
        emulator.MapPost("/customers", Handle(customers.Add));
        emulator.MapPost("/customers/{id}", Handle(customers.Change));
        emulator.MapGet("/customers/{id}/chat", Handle(customers.Chat));
        emulator.MapPost("/customers/{id}/messages", Handle(customers.Act));
        emulator.MapPost("/customers/{id}/read", Handle(customers.Read));
        emulator.MapGet("/media/{id}", Handle(customers.Media));

        DeviceRoutes devices = new(cloud);
        emulator.MapPost("/customers/{id}/devices", Handle(devices.Add));
        emulator.MapPost("/customers/{id}/devices/{device}/open", Handle(devices.OpenProduct));
        emulator.MapGet("/customers/{id}/devices/{device}/cart", Handle(devices.Cart));
        emulator.MapPost("/customers/{id}/devices/{device}/cart", Handle(devices.Put));
        emulator.MapPost("/customers/{id}/devices/{device}/cart/open", Handle(devices.OpenCart));
        emulator.MapPost("/customers/{id}/devices/{device}/cart/send", Handle(devices.SendCart));
        emulator.MapPost("/customers/{id}/devices/{device}/cart/dismiss", Handle(devices.Dismiss));

        ProductRoutes products = new(cloud);
        emulator.MapGet("/products", Handle(products.List));
        emulator.MapPost("/products/change", Handle(products.Change));
        emulator.MapPost("/products/review", Handle(products.Review));

        TrafficRoutes traffic = new(cloud);
        emulator.MapGet("/traffic", Handle(traffic.List));
        emulator.MapPost("/traffic/clear", Handle(_ => traffic.Clear()));
        emulator.MapGet("/traffic/{number}", Handle(traffic.Details));
        emulator.MapPost("/traffic/{number}/again", HandleAsync(traffic.AgainAsync));
    }

    private static RequestDelegate HandleAsync(Func<PageCall, Task<IResult>> action, Func<Task> keep) => async http =>
    {
        PageCall call = new(http, await ReadBodyAsync(http.Request).ConfigureAwait(false));
        IResult result = await action(call).ConfigureAwait(false);
        if (HttpMethods.IsPost(http.Request.Method))
        {
            await keep().ConfigureAwait(false);
        }

        await result.ExecuteAsync(http).ConfigureAwait(false);
    };

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return [];
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBodyBytes;
        }

        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted).ConfigureAwait(false);
        return body.ToArray();
    }
}

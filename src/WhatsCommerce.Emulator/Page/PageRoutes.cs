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
        RequestDelegate Answer(Func<PageCall, IResult> answer) => AnswerAsync(call => Task.FromResult(answer(call)));
        RequestDelegate AnswerAsync(Func<PageCall, Task<IResult>> answer) => PageRoutes.AnswerAsync(answer, () => cloud.SaveAsync());

        emulator.MapGet("/events", http => PageEvents.WriteAsync(http, cloud));

        SettingsRoutes settings = new(cloud);
        emulator.MapGet("/settings", Answer(_ => settings.Read()));
        emulator.MapPost("/settings", Answer(settings.Change));
        emulator.MapPost("/templates/review", Answer(settings.ReviewTemplate));
        emulator.MapPost("/faults", Answer(settings.NextAnswer));
        emulator.MapPost("/faults/clear", Answer(_ => settings.ClearFaults()));
        emulator.MapPost("/webhook-faults", Answer(settings.AddWebhookFault));
        emulator.MapPost("/webhook-faults/clear", Answer(_ => settings.ClearWebhookFaults()));
        emulator.MapPost("/callback", AnswerAsync(settings.ConnectAsync));

        CustomerRoutes customers = new(cloud);
        emulator.MapGet("/customers", Answer(_ => customers.List()));
        emulator.MapPost("/customers", Answer(customers.Add));
        emulator.MapPost("/customers/{id}", Answer(customers.Change));
        emulator.MapGet("/customers/{id}/chat", Answer(customers.Chat));
        emulator.MapPost("/customers/{id}/messages", Answer(customers.Act));
        emulator.MapPost("/customers/{id}/read", Answer(customers.Read));
        emulator.MapGet("/media/{id}", Answer(customers.Media));

        DeviceRoutes devices = new(cloud);
        emulator.MapPost("/customers/{id}/devices", Answer(devices.Add));
        emulator.MapPost("/customers/{id}/devices/{device}/open", Answer(devices.OpenProduct));
        emulator.MapGet("/customers/{id}/devices/{device}/cart", Answer(devices.Cart));
        emulator.MapPost("/customers/{id}/devices/{device}/cart", Answer(devices.Put));
        emulator.MapPost("/customers/{id}/devices/{device}/cart/open", Answer(devices.OpenCart));
        emulator.MapPost("/customers/{id}/devices/{device}/cart/send", Answer(devices.SendCart));
        emulator.MapPost("/customers/{id}/devices/{device}/cart/dismiss", Answer(devices.Dismiss));

        ProductRoutes products = new(cloud);
        emulator.MapGet("/products", Answer(products.List));
        emulator.MapPost("/products/change", Answer(products.Change));
        emulator.MapPost("/products/review", Answer(products.Review));

        TrafficRoutes traffic = new(cloud);
        emulator.MapGet("/traffic", Answer(traffic.List));
        emulator.MapPost("/traffic/clear", Answer(_ => traffic.Clear()));
        emulator.MapGet("/traffic/{number}", Answer(traffic.Details));
        emulator.MapPost("/traffic/{number}/again", AnswerAsync(traffic.AgainAsync));
    }

    private static RequestDelegate AnswerAsync(Func<PageCall, Task<IResult>> answer, Func<Task> keep) => async http =>
    {
        PageCall call = new(http, await ReadBodyAsync(http.Request).ConfigureAwait(false));
        IResult result = await answer(call).ConfigureAwait(false);
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

using Microsoft.AspNetCore.Http;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator;

/// <summary>
/// The page of a local Cloud API, at the same address as the API itself: customers on the left, a phone in the middle, the traffic on the right. It
/// follows the emulator live in as many browsers as look at it.
/// </summary>
public static class EmulatorPage
{
    /// <summary>Starts a local Cloud API with its page at <see cref="CloudApiEmulator.BaseAddress"/>.</summary>
    /// <param name="options">How the local Cloud API is set up; its <see cref="CloudApiEmulatorOptions.Middleware"/> sees what is not the page's.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running local Cloud API; dispose of it to stop it.</returns>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    /// <exception cref="IOException">The port that the options ask for is taken.</exception>
    public static async Task<CloudApiEmulator> StartAsync(CloudApiEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        PageServer page = new(options);
        Func<HttpContext, RequestDelegate, Task>? other = options.Middleware;
        options.Middleware = other is null ? page.HandleAsync : (http, next) => page.HandleAsync(http, rest => other(rest, next));
        try
        {
            CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(options, cancellationToken).ConfigureAwait(false);
            page.Open(cloud);
            return cloud;
        }
        finally
        {
            options.Middleware = other;
        }
    }
}

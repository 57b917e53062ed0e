using Microsoft.AspNetCore.Builder;

namespace WhatsCommerce.Emulator;

/// <summary>
/// The web page of a local Cloud API, at the same address as the API itself: customers on the left, a phone in the middle, the traffic on
/// the right. It shows changes live in any number of browsers.
/// </summary>
public static class EmulatorPage
{
    /// <summary>Starts a local Cloud API with its page at <see cref="CloudApiEmulator.BaseAddress"/>.</summary>
    /// <param name="options">
    /// The options of the local Cloud API; their <see cref="CloudApiEmulatorOptions.Middleware"/> receives the requests that are not for
    /// the page.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    /// <returns>The running local Cloud API; dispose it to stop it.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    /// <exception cref="IOException">The port in the options is in use.</exception>
    public static async Task<CloudApiEmulator> StartAsync(
        CloudApiEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        PageServer page = new(options, "/");
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

    /// <summary>
    /// Serves the page from an app that runs together with a local Cloud API, so that a shop and the simulated phone have the same address.
    /// </summary>
    /// <remarks>
    /// For this machine only: requests with a host name other than that of loopback and requests of other sites' pages are rejected. The
    /// page uses the paths below <c>/page</c>, <c>/emulator</c> and <c>/pictures</c>, which the app must not map. Call it before the app
    /// maps its endpoints.
    /// </remarks>
    /// <param name="app">The app.</param>
    /// <param name="cloud">The local Cloud API, with or without its own page.</param>
    /// <param name="path">The path of the page, such as <c>/phone</c>.</param>
    /// <returns>The app.</returns>
    /// <exception cref="ArgumentException">The path does not begin with a slash.</exception>
    public static IApplicationBuilder UseEmulatorPage(this IApplicationBuilder app, CloudApiEmulator cloud, string path)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(cloud);
        ArgumentException.ThrowIfNullOrEmpty(path);
        PageServer page = new(new CloudApiEmulatorOptions(), new PathString(path));
        page.Open(cloud);
        return app.Use((http, next) => page.HandleAsync(http, next));
    }
}

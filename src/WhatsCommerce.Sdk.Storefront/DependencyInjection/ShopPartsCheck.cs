using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Checks the parts of the shops when the app starts: fails if one cannot be created, which otherwise only the first customer would
/// notice, and logs a warning for a missing part that another process of the app may have.
/// </summary>
/// <remarks>
/// Startup fails only if the container cannot resolve a service, or the storefront rejects the configuration. A constructor that throws,
/// for instance because a server is not reachable yet, may succeed when a customer writes. Shops of a directory are checked when it lists
/// them: a part that cannot be created is then logged, because the other parts and shops must work.
/// </remarks>
internal sealed class ShopPartsCheck(
    ShopBlueprints blueprints, Shops shops, IServiceProvider app, ILogger logger) : IHostedService
{
    private const string Container = "Microsoft.Extensions.DependencyInjection";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        WarnOfWhatIsMissing();
        List<string> problems = [];
        foreach (ShopScope shop in shops.Registered)
        {
            problems.AddRange(await ProblemsAsync(shop, logger).ConfigureAwait(false));
        }

        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join(' ', problems.Distinct(StringComparer.Ordinal)));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Creates the parts of a shop, and logs a warning when it has no texts in its language.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="logger">Logs the warning.</param>
    /// <returns>The parts that cannot be created, and why.</returns>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(ShopScope shop, ILogger logger)
    {
        if (shop.Find<Texts>() is { SpeaksOwnLanguage: false })
        {
            string shipped = string.Join(", ", ShippedTexts.All.Keys.Order(StringComparer.Ordinal));
            StorefrontLog.NoTexts(logger, shop.Id, shop.OptionsOf<StorefrontOptions>().Language, shipped);
        }

        List<string> problems = [];
        string place = shop.IsDefault ? "" : $" of the shop \"{shop.Id}\"";
        AsyncServiceScope scope = shop.App.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            ShopRun run = new(shop, scope.ServiceProvider);
            foreach (ShopPart part in shop.Blueprint.Parts)
            {
                if (await ProblemAsync(part, shop, run).ConfigureAwait(false) is string problem)
                {
                    problems.Add($"{part.Name}{place} cannot run: {problem}");
                }
            }
        }

        return problems;
    }

    private static async ValueTask<string?> ProblemAsync(ShopPart part, ShopScope shop, ShopRun run)
    {
        try
        {
            await part.TryAsync(shop, run).ConfigureAwait(false);
            return null;
        }
        catch (InvalidOperationException exception) when (exception.Source?.StartsWith(Container, StringComparison.Ordinal) == true)
        {
            return $"{exception.Message.TrimEnd('.')}. Register it before builder.Build().";
        }
        catch (Exception exception) when (exception.Source == typeof(ShopPartsCheck).Assembly.GetName().Name)
        {
            return exception.Message;
        }
        catch (Exception)
        {
            // A constructor of the app that throws at startup may succeed later; if it does not, the failed event is logged.
            return null;
        }
    }

    private void WarnOfWhatIsMissing()
    {
        if (blueprints is { TakesWebhooks: true, Endpoints.Count: 0 })
        {
            StorefrontLog.NoWebhooks(logger);
        }

        // Without this service, the container cannot report what is registered.
        if (app.GetService<IServiceProviderIsService>() is not { } registered)
        {
            return;
        }

        foreach (ShopBlueprint shop in blueprints.All)
        {
            if (shop.Has<CustomerMessages>() && !IsRegistered<WhatsCommerceClient>(registered, shop))
            {
                StorefrontLog.NoClient(logger, shop.Name);
            }

            // An app that handles carts itself may place orders without a payment.
            if (shop.Has<ShopRooms>() && !shop.Has<ICheckoutProvider>() && !IsRegistered<ICheckoutProvider>(registered, shop)
                && !shop.Handlers.AnyFor<CartReceived>())
            {
                StorefrontLog.NoWayToPay(logger, shop.Name);
            }
        }
    }

    private static bool IsRegistered<T>(IServiceProviderIsService registered, ShopBlueprint shop) =>
        registered.IsService(typeof(T))
        || (registered as IServiceProviderIsKeyedService)?.IsKeyedService(typeof(T), shop.Name) == true;
}

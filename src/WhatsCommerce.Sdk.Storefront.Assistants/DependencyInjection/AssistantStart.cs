using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Creates the assistants at startup, so that a missing chat client is an error at startup and not at a customer's first question.
/// </summary>
/// <remarks>
/// Only missing services stop the app from starting. A model whose server is unavailable at startup may be available later.
/// </remarks>
internal sealed class AssistantStart(Shops shops) : IHostedService
{
    private const string Container = "Microsoft.Extensions.DependencyInjection";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (ShopScope shop in shops.Known)
        {
            try
            {
                _ = shop.Find<AssistantReply>();
            }
            catch (InvalidOperationException exception) when (exception.Source?.StartsWith(Container, StringComparison.Ordinal) == true)
            {
                throw new InvalidOperationException(
                    $"The assistant has no model: {exception.Message} Register it before builder.Build(), or give one to AddAssistant.",
                    exception);
            }
            catch (Exception)
            {
                // Other exceptions of the app's code may be temporary, so they are not an error at startup.
                continue;
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

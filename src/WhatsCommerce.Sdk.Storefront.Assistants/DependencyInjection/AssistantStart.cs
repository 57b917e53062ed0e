using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Makes the assistants when the app starts: a model that nobody registered is reported then, and not by a customer's first question.
/// </summary>
/// <remarks>
/// Only what the container cannot find keeps the app from starting. A model whose server cannot be reached yet may answer when a question
/// comes.
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
                // What the app's own code throws today it may not tomorrow: the first question tells.
                continue;
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

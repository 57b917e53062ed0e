using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.DependencyInjection;

/// <summary>What handlers need is resolved when the app starts.</summary>
public sealed class HandlerStartTests
{
    [Fact]
    public async Task Host_ServiceOfADelegateIsMissing_DoesNotStart()
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(
            builder => builder.Handle<OrderEvent, WebhookContext, Missing>("orders", (_, _, _, _) => Task.CompletedTask)));

        Assert.Equal(
            $"The handler \"orders\" cannot run: no service {typeof(Missing).FullName} is registered. Register it before builder.Build().",
            exception.Message);
    }

    [Fact]
    public async Task Host_ServiceOfAClassIsMissing_NamesTheService()
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(
            builder => builder.AddHandler<NeedsMissing>("orders")));

        Assert.StartsWith("The handler \"orders\" cannot run: Unable to resolve service", exception.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Missing), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_ServicesOfTwoHandlersAreMissing_NamesBoth()
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(builder => builder
            .Handle<OrderEvent, Missing>("orders", (_, _, _) => Task.CompletedTask)
            .Handle<StatusEvent, Missing>("statuses", (_, _, _) => Task.CompletedTask)));

        Assert.Contains("\"orders\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains("\"statuses\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_ConstructorThatThrows_StartsAllTheSame()
    {
        Exception? exception = await Record.ExceptionAsync(() => StartAsync(builder => builder.AddHandler<ThrowsToday>()));

        Assert.Null(exception);
    }

    [Fact]
    public async Task Host_ConstructorThatTakesTheContext_Starts()
    {
        Exception? exception = await Record.ExceptionAsync(() => StartAsync(builder => builder.AddHandler<NeedsContext>()));

        Assert.Null(exception);
    }

    private static async Task StartAsync(Action<WhatsCommerceWebhooksBuilder> add)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        add(builder.Services.AddWhatsCommerceWebhooks(options => options.AppSecrets = ["secret"]));
        using IHost host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Missing;

    private abstract class Handler : IWebhookHandler<OrderEvent>
    {
        public Task HandleAsync(OrderEvent webhookEvent, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class NeedsMissing : Handler
    {
        public NeedsMissing(Missing missing) => ArgumentNullException.ThrowIfNull(missing);
    }

    private sealed class NeedsContext : Handler
    {
        public NeedsContext(WebhookContext context) => ArgumentNullException.ThrowIfNull(context);
    }

    private sealed class ThrowsToday : Handler
    {
        public ThrowsToday() => throw new InvalidOperationException("The server is not reachable.");
    }
}

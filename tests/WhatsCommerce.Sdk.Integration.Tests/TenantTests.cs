using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Many businesses in one process, at a Cloud API that opens each number to its own token only.</summary>
public class TenantTests
{
    private const int Tenants = 200;
    private const int Each = 25;

    [Fact]
    public async Task SendAsync_TwoHundredTenantsAtOnce_NeverCrossTokenOrNumber()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(
            new CloudApiEmulatorOptions { HistoryLimit = 2 * Tenants * Each }, TestContext.Current.CancellationToken);
        WhatsCommerceAccount[] accounts = [.. Enumerable.Range(0, Tenants).Select(
            tenant => cloud.AddAccount($"{7_000 + tenant}", PhoneNumber.Parse($"+155507{tenant:0000}"), $"token-of-{tenant}"))];
        ServiceCollection services = new();
        services.AddWhatsCommerce(options =>
        {
            options.BaseAddress = cloud.BaseAddress;
            options.Pacing.MessagesPerSecond = 10_000;
            options.Timeout = TimeSpan.FromMinutes(10);
        });
        services.AddSingleton<ISentMessageObserver, Ledger>();
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        IWhatsCommerceClientFactory factory = provider.GetRequiredService<IWhatsCommerceClientFactory>();

        ParallelOptions allTenants = new() { MaxDegreeOfParallelism = Tenants, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForAsync(0, Tenants * Each, allTenants, async (i, cancellationToken) =>
        {
            WhatsCommerceAccount account = accounts[i % Tenants];
            await factory.Create(account).Messages.SendAsync(
                Customer(i), Message.Text(account.PhoneNumberId.Value!).Build(), cancellationToken: cancellationToken);
        });

        Assert.All(Enumerable.Range(0, Tenants * Each), i =>
        {
            ReceivedMessage message = Assert.Single(cloud.Customer(Customer(i)).Received);
            Assert.Equal(message.Text, message.From.Value);
            Assert.Equal(accounts[i % Tenants].PhoneNumberId, message.From);
        });
        Assert.All(cloud.Requests, request => Assert.True(request.IsAccepted, request.ToString()));
        Ledger ledger = (Ledger)provider.GetRequiredService<ISentMessageObserver>();
        Assert.Equal(Tenants * Each, ledger.Count);
        Assert.Empty(ledger.Crossed);
    }

    [Fact]
    public async Task SendAsync_TokenOfAnotherTenant_IsRefused()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        WhatsCommerceAccount one = cloud.AddAccount("7001", PhoneNumber.Parse("+15550700001"), "token-of-1");
        cloud.AddAccount("7002", PhoneNumber.Parse("+15550700002"), "token-of-2");
        ServiceCollection services = new();
        services.AddWhatsCommerce(options => options.BaseAddress = cloud.BaseAddress);
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        WhatsCommerceClient mixed = provider.GetRequiredService<IWhatsCommerceClientFactory>().Create(
            new WhatsCommerceAccount { PhoneNumberId = "7002", AccessToken = one.AccessToken });

        await Assert.ThrowsAsync<GraphInvalidRequestException>(() => mixed.Messages.SendAsync(
            Customer(1), Message.Text("Hello").Build(), cancellationToken: TestContext.Current.CancellationToken));
    }

    private static string Customer(int i) => FormattableString.Invariant($"+1650{6_000_000 + i}");

    private sealed class Ledger : ISentMessageObserver
    {
        private readonly Lock _gate = new();

        public int Count { get; private set; }

        public List<SentMessage> Crossed { get; } = [];

        public ValueTask OnSentAsync(SentMessage message, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                Count++;
                if (message.From != message.Account!.PhoneNumberId || ((TextMessage)message.Message).Body != message.From.Value)
                {
                    Crossed.Add(message);
                }
            }

            return default;
        }
    }
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Forwarding;

/// <summary>A dead letter that is replayed between being kept and its key being marked dead.</summary>
public sealed class EarlyReplayTests
{
    [Fact]
    public async Task Replay_KeyIsMarkedDeadAMomentLater_SendsItBeforeTheLetterIsRemoved()
    {
        LateDeath store = new();
        await using ForwardTarget target = await ForwardTarget.StartAsync();
        target.Answer = (number, _) => Task.FromResult(number == 0 ? HttpStatusCode.InternalServerError : HttpStatusCode.OK);
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks =>
        {
            webhooks.Services.AddSingleton<IWebhookStore>(store);
            webhooks.ForwardDeliveries("erp", options =>
            {
                (options.Address, options.Secret) = (target.Address, ForwardTarget.Secret);
                options.MaxAttempts = 1;
            });
        });
        await site.Deliver(Deliveries.Texts("wamid.1"));
        await Patiently.Until(() => site.Letters.All.Count == 1);
        await Patiently.Wait(store.Dying);

        DeadLetterQueue office = site.App.Services.GetRequiredService<DeadLetterQueue>();
        ReplayResult result = await office.ReplayAsync(site.Letters.All.Single(), TestContext.Current.CancellationToken);
        if (result.Outcome == ReplayOutcome.InProgress)
        {
            await Patiently.Wait(store.BuryAsync());
            result = await office.ReplayAsync(site.Letters.All.Single(), TestContext.Current.CancellationToken);
        }

        Assert.Equal((ReplayOutcome.Handled, 2), (result.Outcome, target.Received.Count));
        Assert.Empty(site.Letters.All);
    }

    [Fact]
    public async Task Replay_KeyOfAHandlerIsMarkedDeadAMomentLater_RunsItBeforeTheLetterIsRemoved()
    {
        LateDeath store = new();
        int runs = 0;
        await using WebhookSite site = await WebhookSite.StartAsync(
            webhooks =>
            {
                webhooks.Services.AddSingleton<IWebhookStore>(store);
                webhooks.Handle<TextEvent>(
                    "erp", (_, _) => ++runs == 1 ? throw new InvalidOperationException("The ERP is closed.") : Task.CompletedTask);
            },
            options => options.MaxAttempts = 1);
        Task delivering = site.Deliver(Deliveries.Texts("wamid.1"));
        await Patiently.Until(() => site.Letters.All.Count == 1);
        await Patiently.Wait(store.Dying);

        DeadLetterQueue office = site.App.Services.GetRequiredService<DeadLetterQueue>();
        ReplayResult result = await office.ReplayAsync(site.Letters.All.Single(), TestContext.Current.CancellationToken);
        await Patiently.Wait(delivering);

        Assert.Equal((ReplayOutcome.Handled, 2), (result.Outcome, runs));
        Assert.Empty(site.Letters.All);
    }

    /// <summary>A store in which the first key dies right after a replay has tried to revive it.</summary>
    private sealed class LateDeath : IWebhookStore
    {
        private readonly MemoryWebhookStore _store = new();
        private readonly TaskCompletionSource _dying = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _bury = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _dead = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Dying => _dying.Task;

        public Task BuryAsync()
        {
            _bury.TrySetResult();
            return _dead.Task;
        }

        public async ValueTask<bool> MarkDeadAsync(WebhookClaim claim, CancellationToken cancellationToken = default)
        {
            _dying.TrySetResult();
            await _bury.Task;
            bool isDead = await _store.MarkDeadAsync(claim, cancellationToken);
            _dead.TrySetResult();
            return isDead;
        }

        public async ValueTask ReviveAsync(WebhookKey key, CancellationToken cancellationToken = default)
        {
            await _store.ReviveAsync(key, cancellationToken);
            await BuryAsync();
        }

        public ValueTask<WebhookClaim> TryBeginAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken = default) =>
            _store.TryBeginAsync(key, lease, cancellationToken);

        public ValueTask<bool> CompleteAsync(WebhookClaim claim, CancellationToken cancellationToken = default) =>
            _store.CompleteAsync(claim, cancellationToken);

        public ValueTask<bool> AbandonAsync(WebhookClaim claim, string error, CancellationToken cancellationToken = default) =>
            _store.AbandonAsync(claim, error, cancellationToken);

        public ValueTask<bool> RenewAsync(WebhookClaim claim, TimeSpan lease, CancellationToken cancellationToken = default) =>
            _store.RenewAsync(claim, lease, cancellationToken);

        public ValueTask CheckAsync(CancellationToken cancellationToken = default) => default;
    }
}

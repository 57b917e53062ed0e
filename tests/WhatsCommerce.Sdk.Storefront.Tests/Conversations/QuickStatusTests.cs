using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Conversations;

/// <summary>The log of a message that was sent, and of its status, when both are written at the same moment.</summary>
public sealed class QuickStatusTests
{
    private const string Text = "Your parcel left.";

    private readonly TaskCompletionSource _messageIsWritten = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _statusIsHere = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _statusIsWritten = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_WhoseStatusIsWrittenFirst_IsKeptWithIt()
    {
        ConversationEntry entry = await SendAsync(step => IsMessage(step) ? _statusIsWritten.Task : Task.CompletedTask);

        Assert.Equal((ConversationAuthor.App, Text), (entry.Author, entry.Content?.Text));
        Assert.Equal("read", entry.Status);
    }

    [Fact]
    public async Task Status_WhoseMessageIsWrittenWhileItIsUnderWay_IsKeptWithIt()
    {
        ConversationEntry entry = await SendAsync(step =>
        {
            if (IsMessage(step))
            {
                return _statusIsHere.Task;
            }

            if (IsStatusAlone(step))
            {
                _statusIsHere.TrySetResult();
                return _messageIsWritten.Task;
            }

            return Task.CompletedTask;
        });

        Assert.Equal((ConversationAuthor.App, Text), (entry.Author, entry.Content?.Text));
        Assert.Equal("read", entry.Status);
    }

    /// <summary>Sends a message of the app while the writes of its entry wait for each other, and reads what was kept.</summary>
    private async Task<ConversationEntry> SendAsync(Func<ConversationStep, Task> before)
    {
        GatedConversationStore store = new(new MemoryConversationStore(new MemoryStorefrontStore()));
        await using TestShop shop = await TestShop.OpenAsync(builder =>
        {
            builder.Services.AddSingleton<IConversationStore>(store);
            builder.AddConversations();
        });
        EmulatedCustomer pablo = shop.Cloud.Customer("+16505551234");
        MessageId question = await pablo.SendTextAsync("hello", Stop);
        await Patiently.Until(async () => await store.FindEntryAsync("shop", question.ToString(), Stop) is not null);
        store.Before = before;
        store.After = step =>
        {
            if (IsMessage(step))
            {
                _messageIsWritten.TrySetResult();
            }
            else if (IsStatusAlone(step))
            {
                _statusIsWritten.TrySetResult();
            }
        };

        MessageReceipt sent = await shop.Services.GetRequiredService<WhatsCommerceClient>().Messages.SendAsync(
            "+16505551234", Message.Text(Text).Build(), cancellationToken: Stop);
        string id = sent.Id.ToString();
        await Patiently.Until(async () => (await store.FindEntryAsync("shop", id, Stop))?.Status == "read");
        return (await store.FindEntryAsync("shop", id, Stop))!;
    }

    private static bool IsMessage(ConversationStep step) => step.Entries.Any(entry => entry is { Type: not null, Content.Text: Text });

    private static bool IsStatusAlone(ConversationStep step) => step.Entries.Any(entry => entry.Type is null);
}

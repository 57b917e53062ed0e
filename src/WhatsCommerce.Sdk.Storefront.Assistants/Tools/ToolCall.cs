using System.Text;
using System.Text.Encodings.Web;

namespace WhatsCommerce.Storefronts;

/// <summary>Executes one call: budget, arguments, the tool, the event.</summary>
internal sealed class ToolCall(AssistantShop shop, ShopTools tools, string turnId)
{
    private const int LongestTool = 64;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<ShopToolResult> RunAsync(
        string name, IEnumerable<KeyValuePair<string, object?>>? written, int number, CancellationToken cancellationToken)
    {
        CustomerKey customer = shop.Identities is null
            ? tools.Conversation.Customer
            : await shop.Identities.GetCurrentAsync(tools.Conversation.Customer, cancellationToken).ConfigureAwait(false);
        string? json = null;
        ShopToolResult result;
        try
        {
            await TakeAsync(customer, number, cancellationToken).ConfigureAwait(false);
            ShopTool tool = tools.Tools.FirstOrDefault(one => one.Name == name)
                ?? throw ToolRefusal.Invalid(
                    $"There is no such tool. There are: {string.Join(", ", tools.Tools.Select(one => one.Name))}.");
            ToolArguments arguments = ToolArguments.Read(written);
            json = arguments.Json;
            JsonObject told = await tool.RunAsync(arguments, new ToolRun(tools, shop, customer, number), cancellationToken)
                .ConfigureAwait(false);
            result = new ShopToolResult { Outcome = ToolOutcome.Done, Json = Text(told) };
        }
        catch (ToolRefusal refusal)
        {
            result = Refuse(refusal.Outcome, refusal.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The app's services may throw any exception. It is logged but not returned to the model, because it may contain internal data.
            AssistantLog.ToolFailed(shop.Logger, exception, name.Length > LongestTool ? name[..LongestTool] : name);
            result = Refuse(ToolOutcome.Failed, "This is not possible right now. Do not try again in this turn.");
        }

        if (result.Outcome is not (ToolOutcome.OverBudget or ToolOutcome.HandedOver) || tools.TellsOverBudget())
        {
            await RecordAsync(name, json, customer, number, result.Outcome, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    private async Task TakeAsync(CustomerKey customer, int number, CancellationToken cancellationToken)
    {
        if (tools.IsHandedOver)
        {
            throw new ToolRefusal(ToolOutcome.HandedOver, "A person of the shop has the conversation now. Say nothing more.");
        }

        if (number > shop.Options.CallsPerTurn
            || !await shop.TryTakeAsync(customer, new AssistantUse { Calls = 1 }, cancellationToken).ConfigureAwait(false))
        {
            throw new ToolRefusal(ToolOutcome.OverBudget, "No more tools can be called now. Answer in words with what you know, or end.");
        }
    }

    private Task RecordAsync(
        string name, string? arguments, CustomerKey customer, int number, ToolOutcome outcome, CancellationToken cancellationToken)
    {
        string tool = tools.Tools.Any(one => one.Name == name) ? name : "(unknown)";
        string text = number.ToString(CultureInfo.InvariantCulture);
        return shop.TellAsync(
            new ToolCalled
            {
                // The id contains a hash of the call, so that a different call in a retried turn has a different id.
                Id = $"{turnId}/tool/{text}/{SendKey.HashOf(tool, arguments ?? "", outcome.ToString())[..16]}",
                ShopId = shop.Shop.ShopId,
                Customer = customer,
                PhoneNumberId = tools.Conversation.PhoneNumberId,
                At = shop.Shop.Now,
                Tool = tool,
                Outcome = outcome,
                Arguments = arguments,
                Ordinal = number,
            },
            cancellationToken);
    }

    private static ShopToolResult Refuse(ToolOutcome outcome, string message) =>
        new() { Outcome = outcome, Json = Text(new JsonObject { ["error"] = message }) };

    private static string Text(JsonObject told)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Readable))
        {
            told.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

using WhatsCommerce.Storefronts;

namespace FullShop;

/// <summary>
/// Replaces a language model, so that the sample needs no account: it handles breakfast carts and requests for a person. In your own shop,
/// pass any <c>IChatClient</c> to <c>AddAssistant</c>; the tools, budgets and checks are the same.
/// </summary>
internal static class LocalModel
{
    private static readonly string[] Person = ["persona", "person", "human"];
    private static readonly string[] Breakfast = ["desayuno", "breakfast"];

    public static WhatsCommerceStorefrontBuilder AddShopAssistant(this WhatsCommerceStorefrontBuilder builder) => builder.AddAssistant(
        new ScriptedChatClient(Next), assistant => assistant.Instructions = "A corner shop with fruit, bread and honey.");

    private static ScriptedStep Next(ScriptedTurn turn)
    {
        if (Names(turn.Message, Person))
        {
            return ScriptedStep.Call("hand_to_human", ("reason", "The customer asks for a person."));
        }

        if (!Names(turn.Message, Breakfast))
        {
            // No answer, so the default reply is sent.
            return ScriptedStep.Say("");
        }

        return turn.Results is [ScriptedResult proposed, ..]
            ? ScriptedStep.Say(proposed.Json.TryGetProperty("total", out _)
                ? "Es un desayuno para dos. ¿Le parece bien?"
                : "Hoy no tenemos todo para un desayuno.")
            : ScriptedStep.Call("propose_cart", ("items", new[] { Line("baguette", 2), Line("honey-500g", 1), Line("apple-1kg", 1) }));
    }

    private static bool Names(string message, string[] words) =>
        words.Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, object?> Line(string product, int quantity) =>
        new() { ["product_id"] = product, ["quantity"] = quantity };
}

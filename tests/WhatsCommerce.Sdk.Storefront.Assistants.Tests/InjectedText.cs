using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Assistants.Tests;

/// <summary>A text that wants a model to do something, and what a model that obeys it does: calls, then an answer.</summary>
internal sealed record InjectedText(
    string Text, string Answer, params Func<Stakes, (string Tool, (string Name, object? Value)[] Arguments)>[] Calls)
{
    /// <summary>What the model does next: it reads the product, obeys each command, and says what it was told to say.</summary>
    public ScriptedStep Obey(ScriptedTurn turn, Stakes stakes)
    {
        if (turn.Results.Count == 0)
        {
            return ScriptedStep.Call("get_product", ("product_id", "kite"));
        }

        int done = turn.Results.Count - 1;
        if (done >= Calls.Length)
        {
            return ScriptedStep.Say(Answer);
        }

        (string tool, (string Name, object? Value)[] arguments) = Calls[done](stakes);
        return ScriptedStep.Call(tool, arguments);
    }
}

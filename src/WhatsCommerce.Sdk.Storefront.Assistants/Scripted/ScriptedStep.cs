namespace WhatsCommerce.Storefronts;

/// <summary>Represents the next step of a scripted model: an answer or tool calls.</summary>
public sealed class ScriptedStep
{
    private ScriptedStep(string? text, IReadOnlyList<(string Tool, IReadOnlyDictionary<string, object?> Arguments)> calls)
    {
        Text = text;
        Calls = calls;
    }

    internal string? Text { get; }

    internal IReadOnlyList<(string Tool, IReadOnlyDictionary<string, object?> Arguments)> Calls { get; }

    /// <summary>Ends the turn with an answer.</summary>
    /// <param name="text">The answer.</param>
    /// <returns>The step.</returns>
    public static ScriptedStep Say(string text) => new(text, []);

    /// <summary>Calls a tool.</summary>
    /// <param name="tool">The name of the tool.</param>
    /// <param name="arguments">The arguments: strings, numbers, lists of them, dictionaries.</param>
    /// <returns>The step.</returns>
    public static ScriptedStep Call(string tool, params (string Name, object? Value)[] arguments) =>
        new(null, [(tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal))]);

    /// <summary>Adds a parallel tool call.</summary>
    /// <param name="tool">The name of the tool.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The step with both calls.</returns>
    public ScriptedStep AndCall(string tool, params (string Name, object? Value)[] arguments) =>
        new(Text, [.. Calls, .. Call(tool, arguments).Calls]);
}

namespace WhatsCommerce.Analyzers;

/// <summary>
/// A chain of calls in one expression, each on the result of the previous one: <c>Message.Text("Hi").PreviewUrl().Build()</c>.
/// </summary>
internal sealed class Chain
{
    private Chain(IReadOnlyList<IInvocationOperation> calls, bool isWhole)
    {
        Calls = calls;
        IsWhole = isWhole;
    }

    /// <summary>The calls in their order.</summary>
    public IReadOnlyList<IInvocationOperation> Calls { get; }

    /// <summary>Whether it starts with a static call, so that nothing was called on the object before.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether no other call follows in the same expression.</summary>
    public static bool IsLast(IInvocationOperation call) => Next(call) is null;

    /// <summary>Reads the chain that contains a call.</summary>
    public static Chain With(IInvocationOperation call)
    {
        IInvocationOperation last = call;
        while (Next(last) is { } next)
        {
            last = next;
        }

        return EndingWith(last);
    }

    /// <summary>Reads the chain that ends with a call.</summary>
    public static Chain EndingWith(IInvocationOperation last)
    {
        List<IInvocationOperation> calls = [last];
        IOperation? root = last.Instance?.Unwrap();
        while (root is IInvocationOperation call)
        {
            calls.Add(call);
            root = call.Instance?.Unwrap();
        }

        calls.Reverse();
        return new(calls, isWhole: root is null);
    }

    private static IInvocationOperation? Next(IInvocationOperation call)
    {
        IOperation? parent = call.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent is IInvocationOperation { Instance: { } instance } next && instance.Unwrap() == call ? next : null;
    }
}

namespace WhatsCommerce.Analyzers.Tests.Mistakes;

/// <summary>A typical mistake of somebody who begins.</summary>
/// <param name="Name">What went wrong.</param>
/// <param name="Message">What the developer is told.</param>
/// <param name="MakeAsync">Makes the mistake, and returns what is told.</param>
public sealed record Mistake(string Name, string Message, Func<Task<string>> MakeAsync)
{
    public override string ToString() => Name;
}

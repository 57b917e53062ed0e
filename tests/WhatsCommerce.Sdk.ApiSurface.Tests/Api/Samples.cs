// One of each thing that a public API can hold, for ApiWriterTests; much of it is nothing that an API should hold.
#pragma warning disable
#nullable enable
using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Tests.Api.Samples;

public interface ISample<out T> : IDisposable
{
    T Get { get; }

    static abstract ISample<T> Create();

    void Do(string? nullable, params ReadOnlySpan<int> numbers);
}

[Flags]
public enum SampleFlags : byte
{
    None = 0,
    One = 1,
}

public delegate TResult? SampleDelegate<in T, out TResult>(T value, ref int count)
    where T : notnull
    where TResult : class;

public readonly record struct SampleId(string? Value, int Count = 3)
{
    public static implicit operator SampleId(string? value) => new(value);
}

public abstract record SampleBase
{
    private protected SampleBase()
    {
    }

    public required string Needed { get; init; }
}

public sealed record SampleRecord(List<string?> Names, Dictionary<string, object?>? Map) : SampleBase
{
    public override string ToString() => "";
}

public ref struct SampleSpan
{
    public ReadOnlySpan<byte> Bytes;
}

public class SampleClass<T>
    where T : struct, IEquatable<T>
{
    public const string Constant = "text";
    public static readonly int[] Static = [];
    protected readonly T? Field;
    internal int Hidden = 1;

    protected SampleClass()
    {
    }

    [Obsolete("use the other")]
    public SampleClass(T value) => Field = value;

    public virtual Task<T?> Virtual { get; protected set; } = null!;

    public int this[string key, int? index = null] => index ?? key.Length;

    public string WriteOnly
    {
        set => _ = value;
    }

    public event EventHandler<EventArgs>? Changed;

    [RequiresUnreferencedCode("reads types by name")]
    public static TOther? Generic<TOther>(TOther? value, SampleFlags flags = SampleFlags.One, decimal price = 1.5m, CancellationToken token = default)
        where TOther : class, new() => value;

    public bool TryGet(string key, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }

    public ref readonly int Reference(in int value, int[][] jagged, int[,] square) => ref Static[0];

    public override string ToString() => "";

    public sealed class Nested
    {
        public SampleClass<T> Outer { get; } = null!;
    }

    private sealed class Invisible;
}

public static class SampleExtensions
{
    public static string Shout(this string text, (int Count, string? Mark) how = default) => text + how.Mark;
}

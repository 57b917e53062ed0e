using System.Runtime.CompilerServices;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>The member that a <see cref="JsonMemberReader"/> stands at.</summary>
internal readonly ref struct Member(ReadOnlySpan<byte> name, int nameStart, int rawNameLength)
{
    /// <summary>The name, unescaped.</summary>
    public ReadOnlySpan<byte> Name { get; } = name;

    public int NameStart { get; } = nameStart;

    public int RawNameLength { get; } = rawNameLength;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(ReadOnlySpan<byte> name) => Name.SequenceEqual(name);
}

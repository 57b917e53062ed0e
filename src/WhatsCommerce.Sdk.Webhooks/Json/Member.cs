using System.Runtime.CompilerServices;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>The current member of a <see cref="JsonMemberReader"/>.</summary>
internal readonly ref struct Member(ReadOnlySpan<byte> name, int nameStart, int rawNameLength)
{
    /// <summary>The position of the member, once its value was read.</summary>
    public MemberSlice SliceOf(int valueStart, int valueEnd, string? path = null) =>
        new(path, nameStart, rawNameLength, valueStart, valueEnd);

    /// <summary>The name, unescaped.</summary>
    public ReadOnlySpan<byte> Name { get; } = name;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(ReadOnlySpan<byte> name) => Name.SequenceEqual(name);
}

namespace WhatsCommerce.Json;

/// <summary>A response type that keeps the members that could not be read.</summary>
internal interface IMalformable
{
    /// <summary>Sets the malformed members; the others are already read.</summary>
    void KeepMalformed(IReadOnlyList<MalformedMember> members);
}

namespace WhatsCommerce.Json;

/// <summary>Something that Meta answers which keeps what could not be read of it.</summary>
internal interface IMalformable
{
    /// <summary>Takes the members that did not have the shape that they should have; the others are read already.</summary>
    void KeepMalformed(IReadOnlyList<MalformedMember> members);
}

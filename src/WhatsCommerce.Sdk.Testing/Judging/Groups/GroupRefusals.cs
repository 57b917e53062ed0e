namespace WhatsCommerce.Testing.Judging.Groups;

/// <summary>The Graph errors for groups. Source: Meta, support/error-codes.</summary>
internal static class GroupRefusals
{
    public static Refusal Alone() => Of(131020, "Cannot send a message to a group with a single member");

    public static Refusal Unknown() => Of(131041, "The group does not exist, or the business phone number is not a member");

    public static Refusal Full() => Of(131204, "The group already has 8 participants, the maximum");

    public static Refusal Suspended() => Of(131207, "The group is suspended");

    public static Refusal NotSquare() => Of(131209, "The picture of a group must be square");

    public static Refusal TooSmall() => Of(131210, "The picture of a group must be at least 192 x 192 pixels");

    public static Refusal TooMany() => Of(131211, "The business phone number already has 10,000 groups, the maximum");

    public static Refusal NoParticipant() => Of(131212, "The participant is not in the group");

    public static Refusal NoJoinRequest() => Of(131213, "The join request does not exist");

    private static Refusal Of(int code, string details) => new(400, code, FormattableString.Invariant($"(#{code}) {details}"))
    {
        Details = details,
    };
}

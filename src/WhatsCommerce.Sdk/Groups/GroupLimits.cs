namespace WhatsCommerce.Groups;

/// <summary>The limits of groups.</summary>
/// <remarks>Source: Meta, groups and groups/reference; OpenAPI v23.0, <c>createGroup</c>.</remarks>
public static class GroupLimits
{
    /// <summary>The maximum length in characters of a subject.</summary>
    public static int SubjectLength => 128;

    /// <summary>The maximum length in characters of a description.</summary>
    public static int DescriptionLength => 2048;

    /// <summary>The maximum number of participants, without the business; also the maximum that one request removes.</summary>
    public static int Participants => 8;

    /// <summary>The maximum number of groups of a number. Not checked; Meta reports error 131211.</summary>
    public static int GroupsOfANumber => 10_000;

    /// <summary>The maximum number of groups on a page of the list.</summary>
    public static int PageSize => 1024;

    /// <summary>The maximum size of a picture in bytes.</summary>
    public static int PictureBytes => 5 * 1024 * 1024;
}
